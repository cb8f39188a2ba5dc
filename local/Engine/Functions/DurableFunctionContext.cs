using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace ProgramReview.Local.Engine.Functions;

/// <summary>The function context of a durable function: its definition, its services, its instance id.</summary>
internal sealed class DurableFunctionContext(
    string name,
    MethodInfo method,
    string instanceId,
    IServiceProvider services,
    CancellationToken cancellation
) : FunctionContext
{
    public override string InvocationId => instanceId;

    public override string FunctionId => name;

    public override BindingContext BindingContext { get; } = new Bindings(instanceId);

    public override TraceContext TraceContext => throw Unsupported(nameof(TraceContext));

    public override RetryContext RetryContext => throw Unsupported(nameof(RetryContext));

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new Definition(name, method);

    public override IDictionary<object, object> Items { get; set; } =
        new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureBag();

    public override CancellationToken CancellationToken => cancellation;

    private static NotSupportedException Unsupported(string member) =>
        new($"The local engine tells a durable function nothing of its {member}.");

    private sealed class Bindings(string instanceId) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } =
            new Dictionary<string, object?> { ["instanceId"] = instanceId };
    }

    private sealed class Definition(string name, MethodInfo method) : FunctionDefinition
    {
        public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

        public override string EntryPoint => $"{method.DeclaringType!.FullName}.{method.Name}";

        public override string Id => name;

        public override string Name => name;

        public override ImmutableArray<FunctionParameter> Parameters =>
            throw Unsupported(nameof(Parameters));

        public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
            throw Unsupported(nameof(InputBindings));

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
            throw Unsupported(nameof(OutputBindings));
    }

    private sealed class FeatureBag : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public void Set<T>(T instance) => _features[typeof(T)] = instance!;

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var found) ? (T)found : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
