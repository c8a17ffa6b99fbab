// The service worker, seen from the page: says when the page works offline, and when there is a newer one.

import { scriptUrl } from "./engine/trusted.js";
import { t } from "./locales/locale.js";

/** @import { Notice } from "./elements/notice-bar.js" */

/** @param {(notice: Notice) => void} notify */
export async function watchOffline(notify) {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const first = serviceWorker.controller === null;
  serviceWorker.addEventListener("message", ({ data }) => {
    if (data !== "complete") return;
    document.documentElement.dataset.offline = "ready";
    if (first) notify({ text: t("offline.ready") });
  });
  let reloading = false;
  serviceWorker.addEventListener("controllerchange", () => {
    if (!reloading) return;
    location.reload();
  });
  const offer = (/** @type {ServiceWorker} */ waiting) => {
    notify({
      text: t("offline.update"),
      action: t("offline.reload"),
      act: () => {
        reloading = true;
        waiting.postMessage("take over");
      },
      stay: true,
    });
  };
  try {
    const registration = await serviceWorker.register(scriptUrl(new URL("sw.js", document.baseURI).href));
    if (registration.waiting && !first) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => {
        if (next.state === "installed" && !first) offer(next);
      });
    });
    const ready = await serviceWorker.ready;
    ready.active?.postMessage("complete?");
  } catch (error) {
    console.warn("The page will not work offline:", error);
  }
}
