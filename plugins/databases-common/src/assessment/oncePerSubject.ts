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

import { AssessmentSubject } from './AssessmentSubject';

/**
 * What a lane gathers of a subject, once for all that it is asked about it:
 * first what shall be remembered, then the verdict. Nothing that the memory
 * decides may be part of it, for that is brought up to date in between.
 *
 * @public
 */
export function oncePerSubject<Scene>(
  gather: (subject: AssessmentSubject) => Scene,
): (subject: AssessmentSubject) => Scene {
  // One is enough, as they are asked one after the other.
  let last:
    { readonly subject: AssessmentSubject; readonly scene: Scene } | undefined;
  return subject => {
    if (last?.subject !== subject) {
      last = { subject, scene: gather(subject) };
    }
    return last.scene;
  };
}
