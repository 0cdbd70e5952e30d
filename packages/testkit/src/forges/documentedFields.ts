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

import { SimulatedField } from './SimulatedEndpoint';

type FieldOf<T> = T extends string
  ? 'string'
  : T extends boolean
    ? 'boolean'
    : T extends number
      ? 'number'
      : T extends readonly unknown[]
        ? 'array'
        : 'object';

/**
 * The fields of a published type of a body, so that the compiler compares a list
 * of them with it: none may be missing, none added, and `!` stands where one is
 * required.
 *
 * @internal
 */
export type DocumentedFields<T> = {
  readonly [
    K in keyof T & string as undefined extends T[K] ? K : `${K}!`
  ]: FieldOf<NonNullable<T[K]>> extends infer F extends SimulatedField
    ? F
    : never;
};
