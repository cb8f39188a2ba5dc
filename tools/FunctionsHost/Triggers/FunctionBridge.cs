using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.WebJobs;
using ProgramReview.FunctionsHost.App;
using ProgramReview.FunctionsHost.Http;
using ProgramReview.FunctionsHost.Worker;
using ProgramReview.FunctionsHost.Worker.Wire;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>Hands invocations to the worker over its stream; requests go to its own HTTP server beside.</summary>
internal sealed class FunctionBridge(
    IEnumerable<AppFunction> functions,
    WorkerChannel channel,
    HttpForwarding http,
    Tally tally
) : IFunctionBridge
{
    private readonly Dictionary<string, AppFunction> functions = functions.ToDictionary(function =>
        function.Name
    );

    /// <inheritdoc/>
    public async Task<object?> RunAsync(
        string name,
        object?[] inputs,
        Binder binder,
        CancellationToken cancellationToken
    )
    {
        var function = functions[name];
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
        };
        FunctionBinding[] bindings = [function.Trigger, .. function.Inputs];
        foreach (var (binding, value) in bindings.Zip(inputs))
        {
            request.InputData.Add(
                new ParameterBinding
                {
                    Name = binding.Name,
                    Data = value is HttpContext context
                        ? HttpForwarding.ToTypedData(context)
                        : Typed.From(value),
                }
            );
        }
        foreach (var (key, value) in binder.BindingData ?? new Dictionary<string, object>())
        {
            // The binders' own helpers stay with them, and the request itself goes another way.
            if (value is not (null or HttpContext) && key != "sys")
            {
                request.TriggerMetadata[key] = Typed.From(value);
            }
        }

        // Whatever the trigger, an invocation is part of a trace.
        using var activity = Activity.Current is null ? new Activity(name).Start() : null;
        using var counted = tally.Begin(function.Trigger.Type);
        var response = inputs[0] is HttpContext call
            ? await http.RunAsync(channel, request, call, cancellationToken)
            : await channel.InvokeAsync(request, cancellationToken);
        counted.Succeeded();
        return Typed.To(response.ReturnValue);
    }
}
