package org.closeknit.site;

import org.closeknit.agency.Agencies;
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
 * Gives a controller who asks, as the database has them now: whoever has left asks nothing more.
 */
@Component
class WhoAsks implements HandlerMethodArgumentResolver {
  private final Agencies agencies;

  WhoAsks(Agencies agencies) {
    this.agencies = agencies;
  }

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
      case Asker.Worker worker ->
          agencies
              .staff(worker.staff().id())
              .map(staff -> new Asker.Worker(staff, agencies.get(staff.agency())))
              .orElseThrow(() -> new AccessDeniedException("has left"));
      case Asker.System system -> system;
      case null, default -> throw new AccessDeniedException("nobody has signed in");
    };
  }
}
