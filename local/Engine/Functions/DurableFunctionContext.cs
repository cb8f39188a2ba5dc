using System.Collections;
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

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new Definition(name, method);

    public override IDictionary<object, object> Items { get; set; } =
        new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureBag();

    public override CancellationToken CancellationToken => cancellation;

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
