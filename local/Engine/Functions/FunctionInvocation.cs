using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>One call of a function, as its middleware and the function itself see it.</summary>
internal sealed class FunctionInvocation(
    BoundFunction function,
    string id,
    IServiceProvider services,
    object? trigger,
    CancellationToken cancellationToken
) : FunctionContext
{
    /// <summary>The function that is called.</summary>
    public BoundFunction Function => function;

    /// <summary>What set the call off: a request, a timer's state, a message, an input.</summary>
    public object? Trigger => trigger;

    /// <summary>The context of the orchestration, for an orchestrator.</summary>
    public TaskOrchestrationContext? Orchestration { get; init; }

    /// <summary>The client that is handed out; none stands for that of the services.</summary>
    public DurableTaskClient? Client { get; init; }

    /// <summary>What the address of a request or the like says, by name.</summary>
    public IReadOnlyDictionary<string, object?> BindingData { get; init; } =
        ImmutableDictionary<string, object?>.Empty;

    /// <summary>What the function returned, once it has run.</summary>
    public object? Result { get; set; }

    public override string InvocationId => id;

    public override string FunctionId => function.Name;

    public override BindingContext BindingContext => new Binding(BindingData);

    public override TraceContext TraceContext => throw Unsupported(nameof(TraceContext));

    public override Microsoft.Azure.Functions.Worker.RetryContext RetryContext =>
        throw Unsupported(nameof(RetryContext));

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => new Definition(function);

    public override IDictionary<object, object> Items { get; set; } =
        new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;

    private static NotSupportedException Unsupported(string member) =>
        new($"The local host tells a function nothing of its {member}.");

    private sealed class Binding(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Definition(BoundFunction function) : FunctionDefinition
    {
        public override string PathToAssembly => function.AssemblyPath;

        public override string EntryPoint => function.EntryPoint;

        public override string Id => function.Name;

        public override string Name => function.Name;

        public override ImmutableArray<FunctionParameter> Parameters =>
            throw Unsupported(nameof(Parameters));

        public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
            throw Unsupported(nameof(InputBindings));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
            throw Unsupported(nameof(OutputBindings));
    }
}
