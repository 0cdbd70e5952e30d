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

/**
 * Somebody the demo forge knows.
 *
 * @public
 */
export interface DemoUser {
  readonly login: string;
  readonly name: string;
  /** A fixed token that everybody may know: it opens the demo forge only. */
  readonly token: string;
  /** In all repositories: `none` does not even see them. */
  readonly access: 'write' | 'read' | 'none';
}

/**
 * The people of the demo portal, and the account that the portal itself uses.
 *
 * @public
 */
export const demoUsers: readonly DemoUser[] = [
  ['ada', 'Ada'],
  ['grace', 'Grace'],
  ['basewell-bot', 'Basewell'],
].map(([login, name]) => ({
  login,
  name,
  token: `demo-token-not-a-secret-${login}`,
  access: 'write',
}));
