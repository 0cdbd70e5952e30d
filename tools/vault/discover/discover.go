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

// Package discover stands for github.com/hashicorp/go-discover, with which Vault
// finds other nodes in clouds. Tests have one node, and the clients of all those
// clouds take longer to compile than the rest of Vault.
package discover

import (
	"errors"
	"log"
)

type Provider interface {
	Addrs(args map[string]string, l *log.Logger) ([]string, error)
	Help() string
}

type Discover struct{}

type Config map[string]string

func (Config) String() string { return "" }

func Parse(string) (Config, error) { return Config{}, nil }

type Option func(*Discover) error

var Providers = map[string]Provider{}

func New(...Option) (*Discover, error) { return &Discover{}, nil }

func WithProviders(map[string]Provider) Option {
	return func(*Discover) error { return nil }
}

func (*Discover) Addrs(string, *log.Logger) ([]string, error) {
	return nil, errors.New("nothing is discovered in tests")
}
