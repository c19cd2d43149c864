package org.linli.http;

import java.util.List;
import org.linli.account.SignIn;
import org.linli.account.SignedIn;
import org.linli.layer.RefusedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Accounts as Spring Security asks for them: name and password sent along with a request. */
final class SignInProvider implements AuthenticationProvider {
  private final SignIn signIn;

  SignInProvider(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    try {
      SignedIn who =
          SignedIn.of(
              signIn.enter(asked.getName(), String.valueOf(asked.getCredentials()), address));
      return UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    } catch (RefusedException refused) {
      throw new SignInProblem(refused);
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
