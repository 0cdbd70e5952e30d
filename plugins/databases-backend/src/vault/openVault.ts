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

import NodeVault from 'node-vault';
import { VaultTransport } from './vaultTransport';

/**
 * A node-vault client that takes nothing from the environment, writes nothing to
 * a debug log, and has no way out but the transport.
 *
 * @param options - `namespace`: of Vault, empty for the root; `token`: left out
 *   before the login
 */
export function openVault(options: {
  readonly url: string;
  readonly namespace: string;
  readonly token?: string;
  readonly transport: VaultTransport;
}): NodeVault.client {
  const { url, namespace, token = '', transport } = options;
  const vault = NodeVault({
    apiVersion: 'v1',
    endpoint: url,
    // Servers and firewalls know no verb LIST.
    noCustomHTTPVerbs: true,
    debug: () => {},
    'request-promise': { defaults: () => transport },
  });
  // Assigned: given as an empty option, each would come from VAULT_TOKEN & Co.
  return Object.assign(vault, { namespace, pathPrefix: '', token });
}
