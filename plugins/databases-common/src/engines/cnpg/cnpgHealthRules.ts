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

import { measuredCnpgRules } from '../measured/measuredRules';
import { CnpgHealthRule } from './CnpgHealthSubject';
import { cnpgBootstrap } from './rules/cnpgBootstrap';
import { cnpgCertificates } from './rules/cnpgCertificates';
import { cnpgContradiction } from './rules/cnpgContradiction';
import { cnpgDatabases } from './rules/cnpgDatabases';
import { cnpgDeleteGuard } from './rules/cnpgDeleteGuard';
import { cnpgDeletion } from './rules/cnpgDeletion';
import { cnpgDisk } from './rules/cnpgDisk';
import { cnpgDrain } from './rules/cnpgDrain';
import { cnpgEvents } from './rules/cnpgEvents';
import { cnpgFencing } from './rules/cnpgFencing';
import { cnpgHibernation } from './rules/cnpgHibernation';
import { cnpgInstances } from './rules/cnpgInstances';
import { cnpgObserved } from './rules/cnpgObserved';
import { cnpgPaused } from './rules/cnpgPaused';
import { cnpgPhase } from './rules/cnpgPhase';
import { cnpgPlacement } from './rules/cnpgPlacement';
import { cnpgPlugins } from './rules/cnpgPlugins';
import { cnpgPods } from './rules/cnpgPods';
import { cnpgPoolers } from './rules/cnpgPoolers';
import { cnpgPrimary } from './rules/cnpgPrimary';
import { cnpgRoles } from './rules/cnpgRoles';
import { cnpgShared } from './rules/cnpgShared';
import { cnpgSingle } from './rules/cnpgSingle';
import { cnpgSplit } from './rules/cnpgSplit';
import { cnpgStorage } from './rules/cnpgStorage';
import { cnpgWriter } from './rules/cnpgWriter';

/** Among findings of the same state the first rule gives the sentence: causes come before effects. */
export const cnpgHealthRules: readonly CnpgHealthRule[] = [
  cnpgObserved,
  cnpgDeletion,
  cnpgSplit,
  cnpgFencing,
  cnpgPaused,
  cnpgHibernation,
  cnpgBootstrap,
  cnpgPods,
  cnpgStorage,
  cnpgPhase,
  cnpgInstances,
  cnpgPrimary,
  cnpgWriter,
  cnpgContradiction,
  cnpgPlugins,
  cnpgCertificates,
  cnpgRoles,
  cnpgPoolers,
  cnpgDatabases,
  cnpgShared,
  cnpgDisk,
  cnpgPlacement,
  cnpgDrain,
  cnpgDeleteGuard,
  cnpgSingle,
  cnpgEvents,
  ...measuredCnpgRules,
];
