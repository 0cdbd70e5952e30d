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
  DatabasesApi,
  TargetsResponse,
} from '@basewell/plugin-databases-common';
import { DatabasePreviews } from './DatabasePreviews';

/**
 * What the fields of the form share: the targets, read once, and the preview,
 * which one field shows, another one needs for waivers, and validation asks for.
 *
 * @public
 */
export class DatabaseForm {
  readonly client: DatabasesApi;
  readonly previews: DatabasePreviews;
  #targets: Promise<TargetsResponse> | undefined;

  constructor(client: DatabasesApi) {
    this.client = client;
    this.previews = new DatabasePreviews(client);
  }

  /** A failed answer is not kept: the next call asks again. */
  getTargets(): Promise<TargetsResponse> {
    this.#targets ??= this.client.getTargets().catch(error => {
      this.#targets = undefined;
      throw error;
    });
    return this.#targets;
  }
}
