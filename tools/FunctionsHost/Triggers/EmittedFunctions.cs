using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using ProgramReview.FunctionsHost.App;

namespace ProgramReview.FunctionsHost.Triggers;

/// <summary>
/// The app's functions as the extensions want to find them: one class with one method each, made here from the metadata. The method does
/// nothing but hand its arguments to the worker.
/// </summary>
internal sealed class EmittedFunctions : ITypeLocator
{
    private static readonly ConstructorInfo BaseConstructor =
        typeof(ForwardedFunction).GetConstructor(
            BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Public,
            [typeof(IFunctionBridge)]
        )!;
    private static readonly MethodInfo Forward = typeof(ForwardedFunction).GetMethod(
        "ForwardAsync",
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    private readonly List<Type> types = [];

    public EmittedFunctions(IEnumerable<AppFunction> functions)
    {
        var module = AssemblyBuilder
            .DefineDynamicAssembly(new AssemblyName("EmittedFunctions"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("EmittedFunctions");
        foreach (var function in functions)
        {
            types.Add(Emit(module, function));
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Type> GetTypes() => types;

    private static Type Emit(ModuleBuilder module, AppFunction function)
    {
        FunctionBinding[] bindings = [function.Trigger, .. function.Inputs];
        var parameters = bindings.Select(binding => BoundParameter.Of(function, binding)).ToArray();

        var type = module.DefineType(
            function.Name,
            TypeAttributes.Public | TypeAttributes.Sealed,
            typeof(ForwardedFunction)
        );
        EmitConstructor(type);
        var method = type.DefineMethod(
            function.Name,
            MethodAttributes.Public,
            parameters[0].HasResult ? typeof(Task<object>) : typeof(Task),
            [
                .. parameters.Select(parameter => parameter.Type),
                typeof(Microsoft.Azure.WebJobs.Binder),
                typeof(CancellationToken),
            ]
        );
        method.SetCustomAttribute(
            new CustomAttributeBuilder(
                typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!,
                [function.Name]
            )
        );
        if (parameters[0].Attribute is null)
        {
            method.SetCustomAttribute(
                new CustomAttributeBuilder(
                    typeof(NoAutomaticTriggerAttribute).GetConstructor([])!,
                    []
                )
            );
        }
        foreach (var (index, parameter) in parameters.Index())
        {
            var defined = method.DefineParameter(
                index + 1,
                ParameterAttributes.None,
                bindings[index].Name
            );
            if (parameter.Attribute is { } attribute)
            {
                defined.SetCustomAttribute(attribute);
            }
        }
        method.DefineParameter(parameters.Length + 1, ParameterAttributes.None, "hostBinder");
        method.DefineParameter(parameters.Length + 2, ParameterAttributes.None, "hostStopping");
        EmitBody(method.GetILGenerator(), function.Name, parameters.Length);
        return type.CreateType();
    }

    private static void EmitConstructor(TypeBuilder type)
    {
        var body = type.DefineConstructor(
                MethodAttributes.Public,
                CallingConventions.HasThis,
                [typeof(IFunctionBridge)]
            )
            .GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldarg_1);
        body.Emit(OpCodes.Call, BaseConstructor);
        body.Emit(OpCodes.Ret);
    }

    private static void EmitBody(ILGenerator body, string name, int inputs)
    {
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldstr, name);
        body.Emit(OpCodes.Ldc_I4, inputs);
        body.Emit(OpCodes.Newarr, typeof(object));
        for (var index = 0; index < inputs; index++)
        {
            body.Emit(OpCodes.Dup);
            body.Emit(OpCodes.Ldc_I4, index);
            body.Emit(OpCodes.Ldarg, index + 1);
            body.Emit(OpCodes.Stelem_Ref);
        }
        body.Emit(OpCodes.Ldarg, inputs + 1);
        body.Emit(OpCodes.Ldarg, inputs + 2);
        body.Emit(OpCodes.Call, Forward);
        body.Emit(OpCodes.Ret);
    }
}
