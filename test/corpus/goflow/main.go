// Reads texts, one JSON string a line, and writes for each the number that goflow's has_number_between(text, 0, 10) finds,
// or null: how RapidPro and TextIt read an answer.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/nyaruka/goflow/envs"
	"github.com/nyaruka/goflow/excellent/types"
	"github.com/nyaruka/goflow/flows/routers/cases"
)

func main() {
	env := envs.NewBuilder().Build()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var text string
		if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
			panic(err)
		}
		found := "null"
		result := cases.HasNumberBetween(env, types.NewXText(text), types.NewXText("0"), types.NewXText("10"))
		if object, matched := result.(*types.XObject); matched {
			if number, _ := object.Get("match"); number != nil && number.Render() != "" {
				found = number.Render()
			}
		}
		fmt.Println(found)
	}
}
