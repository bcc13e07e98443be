module peer

go 1.24

require github.com/nyaruka/goflow v0.197.7
