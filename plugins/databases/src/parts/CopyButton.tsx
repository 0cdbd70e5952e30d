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

import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useState } from 'react';
import { useWords } from '../words';

const icons = {
  idle: RiFileCopyLine,
  done: RiCheckLine,
  failed: RiErrorWarningLine,
};

/** Copies a text, and says whether that worked. */
export function CopyButton(props: {
  readonly label: string;
  readonly text: string;
}) {
  const { label, text } = props;
  const t = useWords();
  const [outcome, setOutcome] = useState<keyof typeof icons>('idle');
  const said = outcome === 'idle' ? label : t(`copy.${outcome}`);
  const Icon = icons[outcome];
  return (
    <TooltipTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={said}
        icon={<Icon aria-hidden />}
        onPress={copy}
      />
      <Tooltip>{said}</Tooltip>
    </TooltipTrigger>
  );

  /** There is no clipboard on a page that was not served over TLS. */
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  }
}
