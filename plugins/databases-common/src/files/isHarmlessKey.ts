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

const names =
  /^(_.*|type|kind|url|server|project|enable\w*|insecure|force\w*|(.*[-_.]?)(user(name)?|host(name)?|port|db(name)?|database|region|bucket|endpoint|namespace|name|schema|ssl[-_]?mode|email|log[-_]?level|crt|cert|pub)|ca|ca\.pem|config_map)$/i;

/** Whether the key of a Secret says that its value may be read by everybody. */
export function isHarmlessKey(name: string): boolean {
  return names.test(name);
}
