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

import { coverageGap } from '../assessment';
import { secretMetadata, SecretMetadataData } from '../kinds';
import { Fact } from '../model';
import { SecretName, TraceScene } from './CredentialObservation';

/**
 * The metadata of a Secret: none when there is no such Secret, `undefined` when
 * nobody knows. What may be old counts as that, for no chain needs them.
 */
export function metadataOf(
  { namespace, name }: SecretName,
  { facts, secretMetadata: isRead }: TraceScene,
): readonly Fact<SecretMetadataData>[] | undefined {
  return isRead && !coverageGap(facts, secretMetadata)
    ? facts.of(secretMetadata, `secret:${namespace}/${name}`)
    : undefined;
}
