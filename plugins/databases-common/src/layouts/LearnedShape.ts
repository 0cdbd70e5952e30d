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
  ControllerSealing,
  Obstacle,
  SecretShapeId,
  StatedConvention,
} from '../model';

/** How new Secrets of a folder are written, or why nobody can tell. */
export type LearnedShape =
  | {
      readonly state: 'clear';
      readonly shape: SecretShapeId;
      readonly from: StatedConvention['from'];
      /** Files that show it. */
      readonly evidence: readonly string[];
      /** Of SealedSecrets. */
      readonly sealing?: ControllerSealing;
    }
  | { readonly state: 'unclear'; readonly obstacle: Obstacle };
