// Closeknit works without this; see the components.
document.documentElement.classList.add("scripted");
