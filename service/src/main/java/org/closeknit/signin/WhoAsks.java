package org.closeknit.signin;

import org.closeknit.audit.Asker;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller who asks, as the database had them when the request came: see {@link
 * Sessions}.
 */
@Component
class WhoAsks implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return Asker.class.isAssignableFrom(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    Asker asker = current();
    if (!parameter.getParameterType().isInstance(asker)) {
      throw new AccessDeniedException("another kind of asker");
    }
    return asker;
  }

  /** Who asks in this request. */
  Asker current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null) {
      throw new AccessDeniedException("nobody has signed in");
    }
    return switch (authentication.getPrincipal()) {
      case Asker.Worker worker -> worker;
      case Asker.System system -> system;
      case null, default -> throw new AccessDeniedException("nobody has signed in");
    };
  }
}
