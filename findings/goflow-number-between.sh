#!/usr/bin/env bash
# How RapidPro and TextIt, the most used flow engine of health texting, read a number from 0 to 10 in an answer.
# Runs:    Go github.com/nyaruka/goflow 0.197.7, has_number_between(text, 0, 10) with the default number format.
# Guessed: the first number is taken and must lie in the range; "L5" is a word, not a number; "6,5" is 6.5 or refused; "½" is nothing.
# Seen:    the first number *in the range* is taken, so "12 then 7" is 7; letters are shaved off, so the vertebra "L5" is a pain of 5
#          and "2nd day, 8" is 2; a comma is dropped wherever it stands, so "1,0" is 10 and "6,5" no answer at all;
#          Arabic digits are read, while Devanagari and full-width digits and ½ are not.
# For us:  a French one-point-nought is the worst pain there is, and a body part answers the question.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat >go.mod <<'EOF'
module lab

go 1.24

require github.com/nyaruka/goflow v0.197.7
EOF
cat >main.go <<'GO'
package main

import (
	"fmt"

	"github.com/nyaruka/goflow/envs"
	"github.com/nyaruka/goflow/excellent/types"
	"github.com/nyaruka/goflow/flows/routers/cases"
)

func main() {
	env := envs.NewBuilder().Build()
	for _, answer := range []string{"6", "6.5", "6,5", "1,0", "12 then 7", "L5 hurts, 7", "2nd day, 8", "7am", "between 5 and 6", "-3", "ten", "٧", "७", "７", "½"} {
		found := "no match"
		result := cases.HasNumberBetween(env, types.NewXText(answer), types.NewXText("0"), types.NewXText("10"))
		if object, matched := result.(*types.XObject); matched {
			if number, _ := object.Get("match"); number != nil {
				found = number.Render()
			}
		}
		fmt.Printf("%s: %s\n", answer, found)
	}
}
GO
export GOFLAGS=-mod=mod
go run . >seen 2>log || { cat log >&2; exit 1; }
cat >expected <<'EOF'
6: 6
6.5: 6.5
6,5: 
1,0: 10
12 then 7: 7
L5 hurts, 7: 5
2nd day, 8: 2
7am: 7
between 5 and 6: 5
-3: 
ten: 
٧: 7
७: 
７: 
½: 
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
