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

/**
 * What came of changing a file that is there.
 *
 * `unchanged` means that the file already says it: there is no diff at all.
 * `refused` means that no safe change of single lines was found: `reason` is a
 * clause that says where and why, `remedy` a sentence with what to do by hand.
 *
 * @public
 */
export type EditResult =
  | { readonly state: 'edited'; readonly text: string }
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'refused';
      readonly reason: string;
      readonly remedy: string;
    };
