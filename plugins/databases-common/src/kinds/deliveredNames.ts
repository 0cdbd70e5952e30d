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

import { engineSigns } from './engineSigns';

const suffixes = engineSigns.flatMap(({ parts }) =>
  Object.values(parts).map(({ suffix }) => suffix),
);

/**
 * The databases that a StatefulSet of that name may be a part of: as
 * `recognizeDatabase` names them, where no labels are at hand.
 */
export function deliveredNames(statefulSet: string): readonly string[] {
  return [
    ...new Set([
      statefulSet,
      ...suffixes.map(suffix => statefulSet.replace(suffix, '')),
    ]),
  ];
}
