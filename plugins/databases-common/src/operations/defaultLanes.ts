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

import { Lane } from '../assessment';
import { healthLane } from '../engines';
import { laneIds } from '../model';
import { defaultRegistries } from './defaultRegistries';
import { Registries } from './Registries';

/**
 * The lanes that every database is judged by, in the order of the page: health
 * as its engines know it, and those that are registered.
 *
 * @public
 */
export function defaultLanes(
  registries: Pick<Registries, 'engines' | 'lanes'> = defaultRegistries(),
): readonly Lane[] {
  const lanes = [healthLane(registries.engines), ...registries.lanes];
  return laneIds.flatMap(id => lanes.find(lane => lane.id === id) ?? []);
}
