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
  createFormField,
  FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import {
  validateAppKey,
  validateEnvironments,
  validateNames,
  validateReview,
  validateWaivers,
} from '../validation';
import { DatabaseAppKey } from './DatabaseAppKey';
import { DatabaseEnvironments } from './DatabaseEnvironments';
import { DatabaseExtras } from './DatabaseExtras';
import { DatabaseNames } from './DatabaseNames';
import { DatabaseReason } from './DatabaseReason';
import { DatabaseReview } from './DatabaseReview';
import { DatabaseServicePicker } from './DatabaseServicePicker';
import { DatabaseTargetPicker } from './DatabaseTargetPicker';
import { DatabaseVersion } from './DatabaseVersion';
import { DatabaseWaivers } from './DatabaseWaivers';

/** The fields by the name that the template gives as `ui:field`. */
export const formFields = {
  DatabaseServicePicker: createFormField({
    name: 'DatabaseServicePicker',
    component: DatabaseServicePicker,
  }),
  DatabaseTargetPicker: createFormField({
    name: 'DatabaseTargetPicker',
    component: DatabaseTargetPicker,
  }),
  DatabaseAppKey: createFormField({
    name: 'DatabaseAppKey',
    component: DatabaseAppKey,
    validation: validateAppKey,
  }),
  DatabaseEnvironments: createFormField({
    name: 'DatabaseEnvironments',
    component: DatabaseEnvironments,
    validation: validateEnvironments,
  }),
  DatabaseVersion: createFormField({
    name: 'DatabaseVersion',
    component: DatabaseVersion,
  }),
  DatabaseReason: createFormField({
    name: 'DatabaseReason',
    component: DatabaseReason,
  }),
  DatabaseExtras: createFormField({
    name: 'DatabaseExtras',
    component: DatabaseExtras,
  }),
  DatabaseNames: createFormField({
    name: 'DatabaseNames',
    component: DatabaseNames,
    validation: validateNames,
  }),
  DatabaseReview: createFormField({
    name: 'DatabaseReview',
    component: DatabaseReview,
    validation: validateReview,
  }),
  DatabaseWaivers: createFormField({
    name: 'DatabaseWaivers',
    component: DatabaseWaivers,
    validation: validateWaivers,
  }),
} satisfies { readonly [name: string]: FormField };
