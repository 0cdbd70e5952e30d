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

import { PolicyRule } from '../model';
import { agnosticBase } from './rules/agnosticBase';
import { clearConventions } from './rules/clearConventions';
import { credentialsCompletable } from './rules/credentialsCompletable';
import { decryptedInCluster } from './rules/decryptedInCluster';
import { effectiveDeleteGuard } from './rules/effectiveDeleteGuard';
import { environmentCollision } from './rules/environmentCollision';
import { existingSecretEncrypted } from './rules/existingSecretEncrypted';
import { inChartDatabase } from './rules/inChartDatabase';
import { nameTaken } from './rules/nameTaken';
import { naming } from './rules/naming';
import { noCredentialInAppRepository } from './rules/noCredentialInAppRepository';
import { oneCredentialSource } from './rules/oneCredentialSource';
import { pinnedImage } from './rules/pinnedImage';
import { productionHasBackups } from './rules/productionHasBackups';
import { proofOfConcept } from './rules/proofOfConcept';
import { requestFitsTarget } from './rules/requestFitsTarget';
import { secretCoveredByRule } from './rules/secretCoveredByRule';
import { separateCredentials } from './rules/separateCredentials';
import { storageNeverShrinks } from './rules/storageNeverShrinks';
import { supportedVersion } from './rules/supportedVersion';
import { valuesEditable } from './rules/valuesEditable';

/**
 * The built-in rules, in the order they are asked and printed.
 *
 * @public
 */
export const policyRules: readonly PolicyRule[] = [
  requestFitsTarget,
  naming,
  environmentCollision,
  nameTaken,
  supportedVersion,
  pinnedImage,
  productionHasBackups,
  separateCredentials,
  credentialsCompletable,
  oneCredentialSource,
  secretCoveredByRule,
  decryptedInCluster,
  existingSecretEncrypted,
  noCredentialInAppRepository,
  effectiveDeleteGuard,
  storageNeverShrinks,
  valuesEditable,
  inChartDatabase,
  proofOfConcept,
  clearConventions,
  agnosticBase,
];
