import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { faultOf } from './fault.ts';

describe('what failed, in words', () => {
  it('is what the application said', () => {
    const error = new ORPCError('disk-full', {
      defined: true,
      message: 'Le disque est plein.',
      data: { advice: 'Libérez de la place.', reference: null },
    });
    expect(faultOf(error)).toEqual({
      code: 'disk-full',
      sentence: 'Le disque est plein.',
      advice: 'Libérez de la place.',
      reference: null,
    });
  });

  it('S56 says nothing of a stranger’s error but what is safe', () => {
    const fault = faultOf(new Error('SELECT * FROM candidate WHERE lastName = …'));
    expect(fault).toMatchObject({ code: 'unreachable', advice: null, reference: null });
    expect(fault.sentence).not.toContain('SELECT');
  });
});
