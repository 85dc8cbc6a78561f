// Runs before the program: when a part of it does not arrive, says so instead of staying blank (W9).
(() => {
  const say = () => {
    if (document.readyState === 'loading') {
      addEventListener('DOMContentLoaded', say, { once: true });
      return;
    }
    const place = document.getElementById('loading');
    if (!place || place.dataset.said) return;
    place.dataset.said = 'yes';
    place.textContent =
      'Загрузка не закончена: связь прервалась. Загруженное не пропадёт, ответы на этом устройстве целы. ';
    const again = document.createElement('button');
    again.className = 'btn';
    again.textContent = 'Загрузить ещё раз';
    again.addEventListener('click', () => location.reload());
    place.append(again);
  };
  addEventListener(
    'error',
    (event) => {
      if (event.target instanceof HTMLScriptElement || event.target instanceof HTMLLinkElement) {
        // the program does not start half-dressed: it looks at this mark first
        document.documentElement.dataset.broken = 'yes';
        say();
      }
    },
    true,
  );
  addEventListener('load', () => setTimeout(say, 20000));
})();
