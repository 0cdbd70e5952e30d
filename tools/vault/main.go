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

// Vault, for tests: its core with the engines and the ways to sign in that
// tests need, everything in memory, and database users that nobody has to have.
//
// Vault is under the Business Source License. It is built and run where tests
// run, and no part of it is in anything that is published.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/vault-plugin-auth-jwt"
	"github.com/hashicorp/vault-plugin-secrets-kv"
	"github.com/hashicorp/vault/builtin/credential/approle"
	"github.com/hashicorp/vault/builtin/logical/database"
	vaulthttp "github.com/hashicorp/vault/http"
	"github.com/hashicorp/vault/internalshared/configutil"
	"github.com/hashicorp/vault/sdk/database/dbplugin/v5"
	"github.com/hashicorp/vault/sdk/helper/consts"
	"github.com/hashicorp/vault/sdk/logical"
	"github.com/hashicorp/vault/sdk/physical/inmem"
	"github.com/hashicorp/vault/vault"
)

var secrets = map[string]logical.Factory{
	"kv":       kv.Factory,
	"database": database.Factory,
}

// A login by Kubernetes is {role, jwt} as well, so tests mount jwt for it.
var logins = map[string]logical.Factory{
	"approle": approle.Factory,
	"jwt":     jwtauth.Factory,
}

func main() {
	if len(os.Args) != 2 {
		stop("say where to listen: vault 127.0.0.1:8200")
	}
	logger := hclog.New(&hclog.LoggerOptions{Level: hclog.Error, Output: os.Stderr})
	storage, err := inmem.NewInmem(nil, logger)
	if err != nil {
		stop(err)
	}
	core, err := vault.NewCore(&vault.CoreConfig{
		Physical:           storage,
		Logger:             logger,
		DisableMlock:       true,
		BuiltinRegistry:    builtins{},
		LogicalBackends:    secrets,
		CredentialBackends: logins,
	})
	if err != nil {
		stop(err)
	}
	listener, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		stop(err)
	}
	stop(http.Serve(listener, vaulthttp.Handler.Handler(&vault.HandlerProperties{
		Core:           core,
		ListenerConfig: &configutil.Listener{Address: os.Args[1]},
	})))
}

func stop(reason any) {
	fmt.Fprintln(os.Stderr, reason)
	os.Exit(1)
}

// builtins are the plugins that Vault's catalog finds without a folder of them.
type builtins struct{}

func (builtins) Get(name string, kind consts.PluginType) (func() (any, error), bool) {
	switch kind {
	case consts.PluginTypeSecrets:
		factory, found := secrets[name]
		return func() (any, error) { return factory, nil }, found
	case consts.PluginTypeCredential:
		factory, found := logins[name]
		return func() (any, error) { return factory, nil }, found
	case consts.PluginTypeDatabase:
		return func() (any, error) { return agreeable{}, nil }, name == "agreeable"
	}
	return nil, false
}

func (all builtins) Contains(name string, kind consts.PluginType) bool {
	_, found := all.Get(name, kind)
	return found
}

func (builtins) Keys(kind consts.PluginType) []string {
	switch kind {
	case consts.PluginTypeSecrets:
		return []string{"kv", "database"}
	case consts.PluginTypeCredential:
		return []string{"approle", "jwt"}
	case consts.PluginTypeDatabase:
		return []string{"agreeable"}
	}
	return nil
}

func (all builtins) DeprecationStatus(name string, kind consts.PluginType) (consts.DeprecationStatus, bool) {
	return consts.Supported, all.Contains(name, kind)
}

func (builtins) IsBuiltinEntPlugin(string, consts.PluginType) bool {
	return false
}

// agreeable is a database plugin without a database: whatever Vault wants of
// its users is done.
type agreeable struct{}

func (agreeable) Initialize(_ context.Context, request dbplugin.InitializeRequest) (dbplugin.InitializeResponse, error) {
	return dbplugin.InitializeResponse{Config: request.Config}, nil
}

func (agreeable) NewUser(_ context.Context, request dbplugin.NewUserRequest) (dbplugin.NewUserResponse, error) {
	return dbplugin.NewUserResponse{Username: "v-" + request.UsernameConfig.RoleName}, nil
}

func (agreeable) UpdateUser(context.Context, dbplugin.UpdateUserRequest) (dbplugin.UpdateUserResponse, error) {
	return dbplugin.UpdateUserResponse{}, nil
}

func (agreeable) DeleteUser(context.Context, dbplugin.DeleteUserRequest) (dbplugin.DeleteUserResponse, error) {
	return dbplugin.DeleteUserResponse{}, nil
}

func (agreeable) Type() (string, error) {
	return "agreeable", nil
}

func (agreeable) Close() error {
	return nil
}
