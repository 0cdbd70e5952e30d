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
 * The base of every error this package throws.
 *
 * `code` is stable and meant for programs, `data` holds what the message was
 * made of. Neither the message nor the data ever holds a value of the file:
 * keys, paths, recipients and positions only.
 *
 * @public
 */
export abstract class SopsError<
  Code extends string = string,
  Data extends object = object,
> extends Error {
  readonly code: Code;
  readonly data: Readonly<Data>;

  protected constructor(code: Code, message: string, data: Data) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.data = data;
  }
}
