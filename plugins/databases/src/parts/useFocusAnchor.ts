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

import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Focuses what the address names (`#<database>`, `#<database>/<rule>`, a lane, a
 * chain or its hop) as soon
 * as it is there; a new answer does not move the focus again.
 *
 * @param shown - whether it is there by now
 */
export function useFocusAnchor(shown: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    const target = document.getElementById(anchorOf(hash));
    if (shown && target) {
      openAround(target);
      const button = target.querySelector('button');
      // A finding can hold the focus itself, a heading has a button for it.
      (target.tabIndex === -1 && target.hasAttribute('tabindex')
        ? target
        : (button ?? target)
      ).focus();
    }
  }, [shown, hash]);
}

/** Opens what hides it, as a browser does by itself when a page is loaded. */
function openAround(target: Element): void {
  const details = target.parentElement?.closest('details');
  if (details) {
    details.open = true;
    openAround(details);
  }
}

/** The id in an address; an address that is not well encoded names nothing. */
export function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
