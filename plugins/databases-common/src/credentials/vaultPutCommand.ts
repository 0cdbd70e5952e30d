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

/** 192 bits, in characters that need no escaping anywhere. */
const RANDOM = '"$(openssl rand -hex 24)"';

/**
 * A shell command that fills a new entry of a KV engine with random values:
 *
 * ```
 * printf '{"password":"%s"}' "$(openssl rand -hex 24)" | vault kv put -mount=kv -cas=0 apps/shop/dev -
 * ```
 *
 * The values go through a pipe, from a built-in of the shell: they are in no
 * argument that others see in a list of processes, in no file and in no history.
 * `-cas=0` refuses to replace an entry that is there; only kv-v2 can do that.
 */
export function vaultPutCommand({
  namespace,
  engine,
  mount,
  path,
  keys,
}: {
  readonly namespace?: string;
  readonly engine: 'kv-v1' | 'kv-v2';
  readonly mount: string;
  readonly path: string;
  readonly keys: readonly string[];
}): string {
  const format = `{${keys
    .map(key => `${literal(JSON.stringify(key))}:"%s"`)
    .join(',')}}`;
  return [
    `printf ${quoted(format)}`,
    ...keys.map(() => RANDOM),
    '| vault kv put',
    ...(namespace === undefined ? [] : [word(`-namespace=${namespace}`)]),
    word(`-mount=${mount}`),
    ...(engine === 'kv-v2' ? ['-cas=0'] : []),
    word(path),
    '-',
  ].join(' ');
}

/** Text that printf prints as it is. */
function literal(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/%/g, '%%');
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}

function word(text: string): string {
  return /^[\w@+=:,./-]+$/.test(text) ? text : quoted(text);
}
