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

import { Fact } from '../model';

/**
 * The tracking ids of objects, `<application>:<group>/<kind>:<namespace>/<name>`.
 * A copied one, which names another object, counts for nothing.
 */
export function ownTrackingIds(
  facts: readonly Fact<{
    readonly annotations: { readonly trackingId?: string };
  }>[],
): readonly string[] {
  return facts.flatMap(({ namespace, name, data }) => {
    const id = data.annotations.trackingId;
    return id?.split(':')[2] === `${namespace}/${name}` ? [id] : [];
  });
}
