package org.linli.http;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.linli.catalogue.FileSizes;
import org.linli.layer.Audience;
import org.linli.ogcapi.StoredTiles;
import org.linli.portal.Basemaps;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How every request is received and answered. Needs an {@link ExportFolder}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration {
  private static final String WRITE_BUFFER_BYTES = "65536";

  @Bean
  SecurityHeaders securityHeaders(Basemaps basemaps) {
    return new SecurityHeaders(basemaps.origins());
  }

  @Bean
  PlainPaths plainPaths() {
    return new PlainPaths();
  }

  /** A portal that is not told when it is ready is ready at once. */
  @Bean
  ReadinessGate readinessGate(ObjectProvider<Readiness> readiness) {
    return new ReadinessGate(readiness.getIfAvailable(Readiness::immediate));
  }

  @Bean
  Sites sites(HttpSettings settings) {
    return new Sites(settings.publicUrl());
  }

  @Bean
  Responder responder(ExportWorkshop workshop, FileSizes sizes, Sites sites) {
    return new Responder(new ExportSender(workshop, sizes), sites);
  }

  @Bean
  TileDoor tileDoor(StoredTiles tiles, Responder responder) {
    return new TileDoor(tiles, responder);
  }

  @Bean
  LocaleResolver localeResolver() {
    return new PortalLocales();
  }

  @Bean
  ExportShelf exportShelf(ExportFolder folder, HttpSettings settings, Snapshots snapshots) {
    ExportShelf shelf =
        new ExportShelf(folder.path(), settings.cacheBudget().toBytes(), System::nanoTime);
    snapshots.onSwap(
        layerId ->
            shelf.keepOnly(
                layerId,
                snapshots.current().findView(layerId, Audience.STAFF).map(LayerView::version)));
    return shelf;
  }

  @Bean(destroyMethod = "close")
  ExportWorkshop exportWorkshop(ExportShelf shelf, HttpSettings settings) {
    return new ExportWorkshop(shelf, settings.exportsAtOnce());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemReportValve.class.getName()));
  }

  /** Before all that handles requests, so that these can ask after their clients. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientsWatched() {
    return factory -> factory.addEngineValves(new ClientValve());
  }

  /**
   * Answers are written in few calls, of which Tomcat's own buffer would take twenty for a full
   * tile; and from memory that the system takes as it is, where Java's would be copied once more.
   */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> largeWrites() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER_BYTES);
              connector.setProperty("socket.directBuffer", "true");
            });
  }

  @Bean
  WebMvcConfigurer requestsAndAnswers(Responder responder, Sites sites) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StaffGate()).addPathPatterns("/staff", "/staff/**");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AudienceArgument());
        resolvers.add(new ParametersArgument());
        resolvers.add(new ClientArgument());
        resolvers.add(new SiteArgument(sites));
      }

      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new RepresentationReturn(responder));
      }
    };
  }
}
