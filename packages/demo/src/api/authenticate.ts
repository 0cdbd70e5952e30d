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

import { AuthenticationError } from '@backstage/errors';
import { DemoUser } from '../forge/DemoUser';

/**
 * Whose request it is, by `token T`, `Bearer T`, or `Basic` with the token as
 * password.
 *
 * @throws AuthenticationError when it is nobody's
 * @internal
 */
export function authenticate(
  authorization: string | undefined,
  users: readonly DemoUser[],
): DemoUser {
  const [scheme, value = ''] = (authorization ?? '').split(' ');
  const token =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : value;
  const user = users.find(candidate => candidate.token === token);
  if (!user) {
    throw new AuthenticationError(
      'The demo forge wants the token of one of its users',
    );
  }
  return user;
}
