using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using ProgramReview.Local.Engine.Functions;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Turns a trigger attribute into what the host listens to.</summary>
internal sealed class TriggerReader(HostJson host, IConfiguration configuration)
{
    /// <summary>The storage connection of functions that name none.</summary>
    private const string DefaultConnection = "AzureWebJobsStorage";

    /// <summary>Reads the trigger of a function.</summary>
    public FunctionTrigger Read(string function, TriggerBindingAttribute attribute) =>
        attribute switch
        {
            HttpTriggerAttribute http => ReadHttp(function, http),
            TimerTriggerAttribute timer => new FunctionTrigger.Timer(
                TimerSchedule.Parse(Resolve(timer.Schedule)),
                timer.RunOnStartup
            ),
            QueueTriggerAttribute queue => new FunctionTrigger.Queue(
                Resolve(queue.QueueName),
                ConnectionString(
                    queue.Connection is null ? DefaultConnection : Resolve(queue.Connection)
                )
            ),
            _ => throw new FunctionFaultException(
                $"the local host does not know {attribute.GetType().Name}; it runs HTTP, timer, queue, orchestration and activity triggers"
            ),
        };

    private FunctionTrigger.Http ReadHttp(string function, HttpTriggerAttribute http)
    {
        if (http.AuthLevel is AuthorizationLevel.User or AuthorizationLevel.System)
        {
            throw new FunctionFaultException(
                $"the local host has no keys of level {http.AuthLevel}; use Anonymous, Function or Admin"
            );
        }

        var template = string.Join(
            '/',
            new[] { host.RoutePrefix.Trim('/'), (http.Route ?? function).Trim('/') }.Where(part =>
                part.Length > 0
            )
        );
        try
        {
            var methods = (http.Methods ?? [])
                .Select(method => method.ToUpperInvariant())
                .Distinct()
                .ToArray();
            return new FunctionTrigger.Http(
                RoutePatternFactory.Parse("/" + template),
                methods,
                http.AuthLevel
            );
        }
        catch (RoutePatternException broken)
        {
            throw new FunctionFaultException(
                $"its route '{template}' is not a route template ({broken.Message.TrimEnd('.')})"
            );
        }
    }

    private string ConnectionString(string name) =>
        configuration[name]
        ?? configuration[$"{name}:ConnectionString"]
        ?? configuration.GetConnectionString(name)
        ?? throw new FunctionFaultException($"no connection string is configured under '{name}'");

    /// <summary>Replaces each %Name% by the setting of that name.</summary>
    private string Resolve(string text)
    {
        var parts = text.Split('%');
        if (parts.Length % 2 == 0)
        {
            throw new FunctionFaultException(
                $"'{text}' has a single %; settings are written %Name%"
            );
        }

        for (var i = 1; i < parts.Length; i += 2)
        {
            parts[i] =
                configuration[parts[i]]
                ?? throw new FunctionFaultException(
                    $"the setting '{parts[i]}' that '{text}' refers to is missing; add it to the configuration"
                );
        }

        return string.Concat(parts);
    }
}
