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

import { IncomingHttpHeaders } from 'node:http';
import { NotAllowedError } from '@backstage/errors';

/**
 * Another site must not press a button of ours in somebody's browser. Browsers
 * say where a form comes from in `Origin`, or else in `Sec-Fetch-Site`.
 *
 * @throws NotAllowedError when it comes from elsewhere, or nothing is said
 * @internal
 */
export function requireSameOrigin(
  headers: IncomingHttpHeaders,
  baseUrl: string,
) {
  const { origin } = new URL(baseUrl);
  const same =
    headers.origin === undefined
      ? headers['sec-fetch-site'] === 'same-origin'
      : headers.origin === origin;
  if (!same) {
    throw new NotAllowedError(
      `Buttons of the demo forge work on its own pages only; open ${baseUrl}`,
    );
  }
}
