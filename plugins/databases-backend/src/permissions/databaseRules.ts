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

import { createConditionExports } from '@backstage/plugin-permission-node';
import { databaseResourceRef } from './databaseResourceRef';
import { inEnvironment } from './inEnvironment';
import { isOwner } from './isOwner';

/** The rules that policies may use for databases. @public */
export const databaseRules = { isOwner, inEnvironment };

const conditionExports = createConditionExports({
  resourceRef: databaseResourceRef,
  rules: databaseRules,
});

/**
 * Conditions for a permission policy:
 * `databaseConditions.isOwner({ claims: user.info.ownershipEntityRefs })`.
 *
 * @public
 */
export const databaseConditions = conditionExports.conditions;

/**
 * The decision that a permission policy returns with such conditions.
 *
 * @public
 */
export const createDatabaseConditionalDecision =
  conditionExports.createConditionalDecision;
