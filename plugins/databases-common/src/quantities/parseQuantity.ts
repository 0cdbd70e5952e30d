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

const factors = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * Kubernetes resource quantities, as far as sizes and CPU need them:
 *
 * ```
 * quantity = digits [ "." digits ] [ suffix ]
 * suffix   = Ki Mi Gi Ti Pi Ei | m k M G T P E
 * ```
 *
 * Signs and exponents are legal in Kubernetes and never meant by a person.
 *
 * @param text - such as `20Gi` or `500m`
 * @returns the number it stands for (bytes, or CPUs), `undefined` when it is none.
 * @public
 */
export function parseQuantity(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([KMGTPE]i|[mkMGTPE])?$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [, digits, suffix = ''] = match;
  return Number(digits) * factors[suffix as keyof typeof factors];
}
