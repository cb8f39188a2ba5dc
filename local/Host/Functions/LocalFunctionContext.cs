using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Local.Host.Functions;

/// <summary>One invocation of a function.</summary>
internal sealed class LocalFunctionContext(
    LocalFunction function,
    IServiceProvider services,
    IReadOnlyDictionary<string, object?> bindingData,
    object? triggerValue,
    CancellationToken cancellationToken
) : FunctionContext
{
    /// <summary>The function that is called.</summary>
    public LocalFunction Function => function;

    /// <summary>What set the invocation off: a request, a timer's state, a message.</summary>
    public object? TriggerValue => triggerValue;

    /// <summary>What the function returned, once it has run.</summary>
    public object? Result { get; set; }

    /// <inheritdoc/>
    public override string InvocationId { get; } =
        RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <inheritdoc/>
    public override string FunctionId => function.Name;

    /// <inheritdoc/>
    public override BindingContext BindingContext { get; } = new LocalBindingContext(bindingData);

    /// <inheritdoc/>
    public override TraceContext TraceContext => throw Unsupported(nameof(TraceContext));

    /// <inheritdoc/>
    public override RetryContext RetryContext => throw Unsupported(nameof(RetryContext));

    /// <inheritdoc/>
    public override IServiceProvider InstanceServices { get; set; } = services;

    /// <inheritdoc/>
    public override FunctionDefinition FunctionDefinition { get; } =
        new LocalFunctionDefinition(function);

    /// <inheritdoc/>
    public override IDictionary<object, object> Items { get; set; } =
        new Dictionary<object, object>();

    /// <inheritdoc/>
    public override IInvocationFeatures Features { get; } = new LocalInvocationFeatures();

    /// <inheritdoc/>
    public override CancellationToken CancellationToken => cancellationToken;

    private static NotSupportedException Unsupported(string member) =>
        new($"The local host tells a function nothing of its {member}.");

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data)
        : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class LocalFunctionDefinition(LocalFunction function) : FunctionDefinition
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
