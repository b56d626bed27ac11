// A worker of its own, because the timers of a page that is not looked at come late or not at all: says every few seconds
// that the page of somebody inside is still there, until the server says that they are not.
onmessage = ({ data: { url, body, everyMs } }) => {
  const beat = async () => {
    try {
      const { status } = await fetch(url, { method: 'POST', body: new URLSearchParams(body) });
      if (status !== 410) return;
      clearInterval(beating);
      postMessage('gone');
    } catch {
      // Offline: who comes back within time has never been away.
    }
  };
  const beating = setInterval(beat, everyMs);
  beat();
};
