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

import { ClusterTransport } from './ClusterTransport';

/** Which Kubernetes clusters there are. Asked again and again: they come and go. */
export interface ClusterSource {
  /** @throws ApiProblem when that is not known now; it is not the same as none. */
  list(signal: AbortSignal): Promise<readonly SourcedCluster[]>;
}

export type SourcedCluster =
  | {
      readonly name: string;
      /** Read with the portal's credentials, all the time. */
      readonly access: 'portal';
      readonly transport: ClusterTransport;
    }
  | {
      readonly name: string;
      /** Read with the caller's own token, when somebody asks. */
      readonly access: 'caller';
      /** Where the caller's token comes from: `google`, `aks`, `oidc-okta`. */
      readonly tokenProvider: string;
    };
