/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

// Writes robfigCron.jsonl: what the libraries of CloudNativePG (v1.2.0) and of
// Kubernetes (v3.0.1) make of cron expressions. Run it in an empty folder:
//
//	go mod init vectors
//	go get github.com/robfig/cron@v1.2.0 github.com/robfig/cron/v3@v3.0.1
//	go run robfigCron.go > robfigCron.jsonl
package main

import (
	"encoding/json"
	"os"
	"time"

	"github.com/robfig/cron"
	cron3 "github.com/robfig/cron/v3"
)

type schedule interface{ Next(time.Time) time.Time }

func parse(dialect, expression string) (schedule, error) {
	if dialect == "kubernetes" {
		return cron3.ParseStandard(expression)
	}
	return cron.Parse(expression)
}

type row struct {
	Dialect    string   `json:"dialect"`
	Expression string   `json:"expression"`
	After      string   `json:"after"`
	Zone       string   `json:"zone"`
	Next       []string `json:"next"`
	Error      bool     `json:"error,omitempty"`
}

var base = "2026-11-21T01:00:00Z"

func main() {
	rows := []row{}
	dialect := "cnpg"
	add := func(e, after, zone string) {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			panic(err)
		}
		r := row{Dialect: dialect, Expression: e, After: after, Zone: zone, Next: []string{}}
		t, err := time.Parse(time.RFC3339Nano, after)
		if err != nil {
			panic(err)
		}
		s, err := parse(dialect, e)
		if err != nil {
			r.Error = true
		} else {
			t = t.In(loc)
			for i := 0; i < 5; i++ {
				t = s.Next(t)
				if t.IsZero() {
					break
				}
				r.Next = append(r.Next, t.UTC().Format(time.RFC3339))
			}
		}
		rows = append(rows, r)
	}
	for _, e := range []string{
		"0 0 2 * * *", "0 2 * * *", "0 3 * * *", "0 0/6 * * *", "0 */6 * * *", "*/15 * * * *", "* * * * *", "30 2 * * 1",
		"0 0 0 * * 7", "0 0 24 * * *", "0 0 2 L * *", "0 0 2 * * MON#1", "0 0 2 *", "0 0 2 * * * *", "TZ=UTC 0 0 2 * * *", "CRON_TZ=UTC 0 2 * * *", "@reboot", "", " ", "daily",
		"0 0 2 1 * 1", "0 0 2 */2 * 1", "0 0 2 1 * */2", "0 0 2 ? * MON", "0 0 0 31 2 *", "0 0 0 30 2 MON", "0 0 0 29 2 *", "0 0 0 29 2 ?",
		"@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually", "@hourly", "@Daily", "@every 24h", "@every 1h30m", "@every 500ms", "@every 90s", "@every 1.5h", "@every -1h", "@every 0", "@every 24", "@every 1d", "@every  24h", "@every +2h", "@every 1h 30m", "@every .5h", "@every 1500ms",
		"0 0 2 ? * MON-FRI", "0 0 2 ? * mon-fri", "0 0 2 ? * FRI-MON", "0 0 2 ? jan,jul *", "0 0 2 ? JAN-MAR/2 *", "0 30 1,13 1-15/2 * *",
		"0 0 2 * * 0", "0 0 2 * * SUN", "0 0 */4 * * *", "0 0 1/5 * * *", "0 */7 * * * *", "0 5/20 2 * * *", "0 0-10 2 * * *", "0 10-0 2 * * *",
		"0 0 2 15,30 * *", "0 0 2 31 * *", "0 0 2 1-7 * 1", "0 0 2 1 1,7 *", "0 0 2 32 * *", "0 0 2 0 * *", "0 0 2 * 0 *", "0 0 2 * 13 *", "60 0 2 * * *", "0 60 2 * * *", "*/0 * * * * *", "0 0 2 * * 1-5/2",
		"0  0   2 * * *", "\t0 0 2 * * *", "0 0 2 *,1 * *", "0 0 2 , * *", "0 0 2,,3 * * *", "*-5 0 2 * * *", "*-5-9 0 2 * * *", "1-2-3 0 2 * * *", "+5 0 2 * * *", "5- 0 2 * * *", "-5 0 2 * * *", "1/2/3 0 2 * * *", "5/ 0 2 * * *", "a 0 2 * * *", "0 0 2 * janu *", "0 0 2 * * 1.5", "*/99 0 2 * * *", "*/1 0 2 */1 * 1", "59 59 23 31 12 *", "0 0 0 1 1 ?", "0 0 2 W * *", "0 0 2 15W * *", "0 0 2 LW * *", "H 0 2 * * *",
	} {
		add(e, base, "UTC")
	}
	for _, e := range []string{"0 0 2 * * *", "0 2 * * *", "@every 1h", "0 0 0 1 1 *"} {
		add(e, "2026-11-21T01:59:59.5Z", "UTC")
		add(e, "2026-11-21T02:00:00Z", "UTC")
		add(e, "2027-12-31T23:59:59.999Z", "UTC")
		add(e, base, "Asia/Kolkata")
	}
	for _, z := range []string{"Europe/Rome", "America/New_York"} {
		for _, e := range []string{"0 30 2 * * *", "0 0 * * * *", "0 */20 1-3 * * *", "0 0 4 * * SUN", "0 15 1 1 * *"} {
			add(e, "2026-03-07T12:00:00Z", z)
			add(e, "2026-03-28T00:00:00Z", z)
			add(e, "2026-04-04T12:00:00Z", z)
			add(e, "2026-10-24T00:00:00Z", z)
			add(e, "2026-10-03T12:00:00Z", z)
			add(e, "2026-10-31T00:00:00Z", z)
		}
	}
	dialect = "kubernetes"
	for _, e := range []string{
		"0 2 * * *", "0 0 2 * * *", "0 2 * *", "*/15 * * * *", "0 */6 * * *", "0 2 */2 * 1", "0 2 1 * */2", "0 2 1 * 1", "0 2 */1 * 1",
		"0 2 ? * MON-FRI", "0 2 * * 7", "0 2 31 2 *", "0 2 L * *", "@daily", "@weekly", "@every 24h", "@every 500ms", "@reboot", "0 2 * jan,jul *", "30 4 1,15 * 5",
	} {
		add(e, base, "UTC")
		add(e, "2026-10-24T00:00:00Z", "Europe/Rome")
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for _, r := range rows {
		out.Encode(r)
	}
}
