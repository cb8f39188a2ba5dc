using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Hosting;

/// <summary>
/// Sends traces, metrics and logs where the settings say, and nowhere else: to an OpenTelemetry collector
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>), to Azure Monitor (<see cref="TelemetryOptions.AzureMonitor"/>), or to both.
/// </summary>
internal static class TelemetryRegistration
{
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var collector = configuration[Collector];
        var monitor = configuration
            .GetSection(TelemetryOptions.SectionName)
            .Get<TelemetryOptions>()
            ?.AzureMonitor;
        if (string.IsNullOrEmpty(collector) && string.IsNullOrEmpty(monitor))
        {
            return services;
        }
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(EventMeter.Name))
            .WithTracing(tracing => tracing.AddSource(EventMeter.Name))
            .WithMetrics(metrics => metrics.AddMeter(EventMeter.Name))
            .WithLogging();
        if (!string.IsNullOrEmpty(collector))
        {
            telemetry.UseOtlpExporter();
        }
        if (!string.IsNullOrEmpty(monitor))
        {
            telemetry.ExportToAzureMonitor(monitor);
        }
        return services;
    }

    // The component takes nothing but the app's own identity.
    private static void ExportToAzureMonitor(this OpenTelemetryBuilder telemetry, string monitor)
    {
        telemetry
            .Services.AddOptions<AzureMonitorExporterOptions>()
            .Configure<TokenCredential>(
                (options, identity) =>
                    (options.ConnectionString, options.Credential) = (monitor, identity)
            );
        telemetry
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter())
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter())
            .WithLogging(logging => logging.AddAzureMonitorLogExporter());
    }
}
