import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The time of day, in milliseconds since 1970, as exact as an age in words needs it. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
