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

import { Plan } from '../model';
import { canonicalJson } from './canonicalJson';

/**
 * What a reviewer of a plan sees, as stable JSON. It holds no commit ids: a
 * repository may move as long as the plan stays the same. The shell hashes it.
 *
 * @public
 */
export function canonicalPlan(plan: Plan): string {
  const { request, target, branch, files, findings, notes, entries } = plan;
  const { conventions } = plan;
  return canonicalJson({
    ...{ request, target, branch, files, findings, conventions, notes },
    ...(entries.length && { entries }),
  });
}
