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

import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ApiProblem } from './ApiProblem';

/**
 * A fresh token for the Kubernetes plugin.
 *
 * @param credentials - of whoever asks; the portal when left out
 * @throws ApiProblem `failing` when none can be made
 */
export async function pluginToken(
  auth: AuthService,
  credentials?: BackstageCredentials,
): Promise<string> {
  try {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials ?? (await auth.getOwnServiceCredentials()),
      targetPluginId: 'kubernetes',
    });
    return token;
  } catch (error) {
    throw new ApiProblem(
      'failing',
      `The portal could not make a token for its Kubernetes plugin: ${error}. Look at the log of the backend.`,
      { cause: error },
    );
  }
}
