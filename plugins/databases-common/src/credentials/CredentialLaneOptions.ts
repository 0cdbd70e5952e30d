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
 * What the objects do not tell about credentials.
 *
 * @public
 */
export interface CredentialLaneOptions {
  /**
   * `<namespace>/<name>` of Secrets that apps read, with `{app}` and `{env}`;
   * `web-{app}-{env}/web-{app}-{env}-env` when left out. A Secret that nothing
   * speaks of is not shown.
   */
  readonly runtimeSecrets?: readonly string[];
  /** Whether the metadata of Secrets are read as well. */
  readonly secretMetadata?: boolean;
  /** See `DeliveryOptions.destinations`. */
  readonly destinations?: { readonly [serverOrName: string]: string };
}
