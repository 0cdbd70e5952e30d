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

import { createContext, useContext } from 'react';

/** From when what is shown is: everything that speaks about time reads it. */
export interface Reading {
  /** The server's clock when it answered: UTC ISO instant. */
  readonly now: string;
  /**
   * Set when what is shown is older than it should be: nothing may then look
   * healthy. UTC ISO instant of the last knowledge.
   */
  readonly lastKnownAt?: string;
}

export const ReadingContext = createContext<Reading | undefined>(undefined);

/** The reading of the nearest answer. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) {
    throw new Error('Put a ReadingContext around what shows an answer');
  }
  return reading;
}
