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

import { sealedManifest } from '../manifests';
import { PlannedSecret, SecretValueDraft } from '../model';
import { renderYaml } from '../yaml';

/**
 * A secret as a reviewer may see it: in place of each value what it will be.
 *
 * ```
 * stringData:
 *   username: shop
 *   password: <generated, 32 characters>
 * ```
 *
 * @public
 */
export function secretShape({
  secret,
  shape = 'plainSops',
  style,
  encryption,
}: PlannedSecret): string {
  const scope = encryption.state === 'sealed' ? encryption.scope : undefined;
  const values = Object.entries(secret.values).map(
    ([key, value]) => [key, placeholder(value)] as const,
  );
  return renderYaml(
    [sealedManifest(shape, secret, Object.fromEntries(values), scope)],
    style,
  );
}

function placeholder(value: SecretValueDraft): string {
  switch (value.from) {
    case 'literal':
      return value.value;
    case 'generated':
      return `<generated, ${value.length} characters>`;
    case 'connectionUri':
      return `${value.scheme}://${value.user}:<the generated password>@${value.host}:${value.port}/${value.database}`;
    case 'provided':
      return `<given by you as ${value.name}>`;
    default:
      throw new TypeError(`Unknown secret value: ${value satisfies never}`);
  }
}
