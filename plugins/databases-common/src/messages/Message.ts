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

import { en } from './en';

/**
 * A sentence about what is the case and one about what to do.
 *
 * @public
 */
export interface Message {
  readonly summary: string;
  readonly remedy: string;
}

/** @public */
export type MessageKey = keyof typeof en;

/** The names in braces in a text, without their formats. @public */
export type Placeholder<Text extends string> =
  Text extends `${string}{${infer Inner}}${infer Rest}`
    ? | (Inner extends `${infer Name}:${string}` ? Name : Inner)
      | Placeholder<Rest>
    : never;

/**
 * The parameters that a message has to be given, read off its English text.
 *
 * @public
 */
export type ParamsOf<Key extends MessageKey> = {
  readonly [
    name in
      | Placeholder<(typeof en)[Key]['summary']>
      | Placeholder<(typeof en)[Key]['remedy']>
  ]: string | number | boolean | readonly string[];
};
